import io.regulus.annotations.*;

/** In the unnamed package. */
@Network(input = 3)
@Regressor(outputs = 2)
@Adam
class Unnamed {
  @Dense(units = 2) Layer value;
}
