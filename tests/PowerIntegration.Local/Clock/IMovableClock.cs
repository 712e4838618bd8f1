namespace PowerIntegration.Local.Clock;

/// <summary>A clock whose driver may move it on.</summary>
public interface IMovableClock
{
    /// <summary>Moves the clock to an instant; an instant that has passed changes nothing.</summary>
    /// <param name="instant">The instant.</param>
    void AdvanceTo(DateTimeOffset instant);
}
