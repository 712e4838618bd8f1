using System.Collections.Generic;

namespace PowerIntegration.Gateway.Intake;

/// <summary>Counts what one poll does.</summary>
internal sealed class PollTally
{
    private readonly List<string> _notes = [];
    private int _projects;
    private int _created;
    private int _seenBefore;

    /// <summary>Whether the poll was cut short.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Counts one page.</summary>
    public void Count(int created, int seenBefore)
    {
        _created += created;
        _seenBefore += seenBefore;
    }

    /// <summary>Counts a project read to the end.</summary>
    public void Finish() => _projects++;

    /// <summary>Notes a project that could not be read.</summary>
    public void Skip(string note) => _notes.Add(note);

    /// <summary>Notes why the poll stops.</summary>
    public void Interrupt(string note)
    {
        HasMore = true;
        _notes.Add(note);
    }

    /// <summary>The answer of the operation.</summary>
    public DetectedChanges Answer()
    {
        var summary = $"{_projects} projects polled, {_created} new changes, {_seenBefore} seen before.";
        return new DetectedChanges(_projects, _created, _seenBefore, HasMore, string.Join(" ", [summary, .. _notes]));
    }
}
