using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>The mapping administrators, and how a run keeps which of them still wait for its notice.</summary>
internal static class NoticedPeople
{
    /// <summary>Most people who are told: so many IDs fit into the column.</summary>
    public const int PeopleMax = 100;

    private const string User = "systemuser";
    private const string SignInName = "domainname";

    /// <summary>Every enabled person with the role and a sign-in name, by name.</summary>
    public static IReadOnlyList<NoticedPerson> Read(IOrganizationService service)
    {
        List<Guid> holders =
        [
            .. RoleReader
                .OfEnabledUsers(service)
                .Where(holder => holder.Roles.Any(held => held.Role == ShippedRole.MappingAdministrator))
                .Select(holder => holder.User.Id)
                .Take(PeopleMax),
        ];
        if (holders.Count == 0)
        {
            return [];
        }

        var query = Rows.Of(User, [SignInName]);
        query.Criteria.AddCondition("systemuserid", ConditionOperator.In, [.. holders.Cast<object>()]);
        query.Criteria.AddCondition("applicationid", ConditionOperator.Null);
        var addresses = Rows.All(service, query).ToDictionary(row => row.Id, row => new RowView(row).Text(SignInName));
        return
        [
            .. holders
                .Where(id => addresses.TryGetValue(id, out var address) && !string.IsNullOrEmpty(address))
                .Select(id => new NoticedPerson(id, addresses[id]!)),
        ];
    }

    /// <summary>The IDs as the row of a run keeps them; null where there are none.</summary>
    public static string? Write(IEnumerable<Guid> ids) => string.Join(" ", ids.Select(id => id.ToString("D"))) is { Length: > 0 } text ? text : null;

    /// <summary>The IDs that the row of a run keeps.</summary>
    public static IReadOnlyList<Guid> Ids(string? text) =>
        [.. (text ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "D"))];
}
