namespace PowerIntegration.Domain.Users;

/// <summary>A user of the environment. The id says who it is; the name is for people to read and may change, and two users may share one.</summary>
/// <param name="Id">Row id of the user.</param>
/// <param name="Name">Full name.</param>
public sealed record Person(Guid Id, string Name)
{
    private const char Separator = '\n';

    /// <summary>True where both are the same user.</summary>
    public bool Is(Person? other) => other is not null && other.Id == Id;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>One person from the two columns that keep one; null where there is none.</summary>
    /// <param name="id">The id's column.</param>
    /// <param name="name">The name's column.</param>
    public static Person? Read(string? id, string? name) => Guid.TryParse(id, out var known) ? new Person(known, name ?? "") : null;

    /// <summary>Several people from the two columns that keep them, one a line.</summary>
    /// <param name="ids">The ids' column.</param>
    /// <param name="names">The names' column.</param>
    public static IReadOnlyList<Person> ReadAll(string? ids, string? names)
    {
        var read = (names ?? "").Split(Separator);
        return
        [
            .. (ids ?? "")
                .Split([Separator], StringSplitOptions.RemoveEmptyEntries)
                .Select((id, index) => Read(id, index < read.Length ? read[index] : null))
                .OfType<Person>(),
        ];
    }

    /// <summary>The column of ids.</summary>
    public static string WriteIds(IEnumerable<Person> people) => string.Join("\n", people.Select(person => person.Id.ToString("D")));

    /// <summary>The column of names.</summary>
    public static string WriteNames(IEnumerable<Person> people) => string.Join("\n", people.Select(person => person.Name.Replace(Separator, ' ')));
}
