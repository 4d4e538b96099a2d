package io.regulus.samples.houses;

import io.regulus.annotations.Categorical;
import io.regulus.annotations.Features;
import io.regulus.annotations.Label;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Numeric;

/**
 * A district of the census of 1990, by the columns of California Housing: {@code totalRooms} is {@code total_rooms} there.
 *
 * @param totalBedrooms null for 207 of the 20,640 districts
 * @param medianHouseValue dollars, cut off at 500,001
 */
@Features
public record District(
        @Numeric float longitude,
        @Numeric float latitude,
        @Numeric float housingMedianAge,
        @Numeric float totalRooms,

        @Numeric(missing = MissingNumber.MEDIAN, flagged = true)
        Float totalBedrooms,

        @Numeric float population,
        @Numeric float households,
        @Numeric float medianIncome,
        @Categorical(size = 5) String oceanProximity,
        @Label(standardize = true) Float medianHouseValue) {}
