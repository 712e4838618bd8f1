namespace PowerIntegration.Gateway.Remote;

/// <summary>
/// The time one call may spend, measured by the injected clock. Waits of a pipeline count; a wait that would pass the end is not begun.
/// </summary>
public sealed class CallBudget
{
    /// <summary>What any operation may spend: Power Platform gives up on a connector after about two minutes.</summary>
    public static readonly TimeSpan Operation = TimeSpan.FromSeconds(90);

    private readonly TimeProvider clock;

    private CallBudget(TimeProvider clock, DateTimeOffset deadline)
    {
        this.clock = clock;
        Deadline = deadline;
    }

    /// <summary>The instant at which the call must have been answered.</summary>
    public DateTimeOffset Deadline { get; }

    /// <summary>Whether nothing is left.</summary>
    public bool Exhausted => this.clock.GetUtcNow() >= Deadline;

    /// <summary>Starts a budget now.</summary>
    public static CallBudget Start(TimeProvider clock, TimeSpan limit) => new(clock, clock.GetUtcNow() + limit);

    /// <summary>Whether a wait would end inside the budget.</summary>
    public bool Allows(TimeSpan wait) => this.clock.GetUtcNow() + wait < Deadline;
}
