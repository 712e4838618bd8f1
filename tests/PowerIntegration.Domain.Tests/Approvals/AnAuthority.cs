using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Tests.Approvals;

/// <summary>People, authorities and one document to approve.</summary>
internal static class AnAuthority
{
    public static readonly Approver Hana = A("Hana Lindqvist", 1);
    public static readonly Approver Samuel = A("Samuel Ortiz", 2);
    public static readonly Approver Noor = A("Noor Haddad", 3);

    public static readonly CalendarDate Day = new(2026, 7, 10);

    public static Approver A(string name, byte number) =>
        new(
            new Person(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number), name),
            name.Split(' ')[0].ToLowerInvariant() + "@lakeshorebuilders.example",
            IsEnabled: true
        );

    public static ApprovalAuthority Of(Approver approver, decimal limit, bool isForProject = false) =>
        new()
        {
            Key = "AUTHORITY|" + approver.User.Name,
            IsForProject = isForProject,
            Approver = approver,
            Limit = limit,
            Currency = "USD",
            ValidFrom = new CalendarDate(2026, 1, 1),
        };

    public static ApprovalSubject Subject(decimal amount = 100_000m) =>
        new()
        {
            Name = "SC-002 application 3",
            Amount = amount,
            Currency = "USD",
            Requesters = [new SourcePerson("7", "Alice Meyer")],
            Contributors = [],
        };
}
