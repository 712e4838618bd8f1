using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Versions;

/// <summary>One row of versioned configuration, whatever its table.</summary>
public sealed record VersionEntry
{
    /// <summary>Row id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Table and key, for sentences.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required VersionState State { get; init; }

    /// <summary>Who entered or changed it.</summary>
    public IReadOnlyList<Person> Contributors { get; init; } = [];

    /// <summary>The hash that its row shows; null where it shows none.</summary>
    public string? StoredHash { get; init; }

    /// <summary>The hash of what its row says.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is about: versions of equal scope decide about the same records.</summary>
    public required string Scope { get; init; }

    /// <summary>True where several active versions of one scope apply one after the other; false where one row applies at all times.</summary>
    public required bool IsDated { get; init; }

    /// <summary>True where equal scope and common days alone do not make two versions contradict each other; their own rule decides.</summary>
    public bool HasOwnOverlap { get; init; }

    /// <summary>First day; null where it applies from the beginning.</summary>
    public CalendarDate? From { get; init; }

    /// <summary>Last day; null where it has no end.</summary>
    public CalendarDate? To { get; init; }

    /// <summary>The active version that it replaces; null where it replaces none.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Who requested its end; null if no one did.</summary>
    public Person? EndRequestedBy { get; init; }

    /// <summary>Last day as requested; null for none.</summary>
    public CalendarDate? EndRequestedTo { get; init; }

    /// <summary>Labels of columns that it needs and that are empty.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Its days, for sentences.</summary>
    public string Days => !IsDated ? "" : $" ({(From is { } first ? $"from {first}" : "from the beginning")}{(To is { } last ? $" to {last}" : "")})";

    /// <summary>True where both apply on a common day.</summary>
    public bool Meets(VersionEntry other) => !IsDated || (StartsBy(From, other.To) && StartsBy(other.From, To));

    private static bool StartsBy(CalendarDate? first, CalendarDate? last) => first is not { } from || last is not { } to || from <= to;
}
