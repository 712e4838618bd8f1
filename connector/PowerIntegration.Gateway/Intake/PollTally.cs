namespace PowerIntegration.Gateway.Intake;

/// <summary>Counts what one poll does.</summary>
internal sealed class PollTally
{
    private readonly List<string> notes = [];
    private int projects;
    private int created;
    private int seenBefore;

    /// <summary>Whether the poll was cut short.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Counts one page.</summary>
    public void Count(int created, int seenBefore)
    {
        this.created += created;
        this.seenBefore += seenBefore;
    }

    /// <summary>Counts a project read to the end.</summary>
    public void Finish() => this.projects++;

    /// <summary>Notes a project that could not be read.</summary>
    public void Skip(string note) => notes.Add(note);

    /// <summary>Notes why the poll stops.</summary>
    public void Interrupt(string note)
    {
        HasMore = true;
        notes.Add(note);
    }

    /// <summary>The answer of the operation.</summary>
    public DetectedChanges Answer()
    {
        var summary = $"{Counted(this.projects, "project")} polled, {Counted(this.created, "new change")}, {this.seenBefore} seen before.";
        return new DetectedChanges(this.projects, this.created, this.seenBefore, HasMore, string.Join(" ", [summary, .. notes]));
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
