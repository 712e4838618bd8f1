using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Readiness;

/// <summary>A version that was entered and waits for a second person.</summary>
/// <param name="Table">Label of its table, such as <c>Ownership rule</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="EnteredBy">Who entered or changed it.</param>
/// <param name="Place">Its row.</param>
public sealed record WaitingDraft(string Table, string Name, IReadOnlyList<Person> EnteredBy, RecordPlace Place);
