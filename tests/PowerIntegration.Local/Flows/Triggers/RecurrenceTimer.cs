using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Triggers;

/// <summary>Remembers when one flow's recurrence is due; another caller must ask.</summary>
internal sealed class RecurrenceTimer
{
    private readonly RecurrenceDefinition recurrence;
    private readonly DateTimeOffset anchor;

    /// <summary>Turns the recurrence on.</summary>
    public RecurrenceTimer(FlowDefinition flow, RecurrenceDefinition recurrence, DateTimeOffset turnedOn)
    {
        Flow = flow;
        this.recurrence = recurrence;
        anchor = recurrence.StartTime ?? turnedOn;
        Due = RecurrenceSchedule.First(recurrence, turnedOn);
    }

    /// <summary>The flow.</summary>
    public FlowDefinition Flow { get; }

    /// <summary>When it fires next.</summary>
    public DateTimeOffset Due { get; private set; }

    /// <summary>Whether it is due; if so, the next firing is set.</summary>
    public bool Fire(DateTimeOffset now)
    {
        if (Due > now)
        {
            return false;
        }

        Due = RecurrenceSchedule.After(recurrence, anchor, now);
        return true;
    }
}
