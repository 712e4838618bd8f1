using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Plugins.Shell;

/// <summary>
/// Which of the shipped roles users have, directly and through teams: two requests, whether about one user or about all. A role counts by its id, by
/// the id of the role that it is a copy of, and by its name.
/// </summary>
internal static class RoleReader
{
    private const string User = "systemuser";
    private const string UserId = "systemuserid";
    private const string FullName = "fullname";
    private const string Team = "team";
    private const string TeamId = "teamid";
    private const string Role = "role";
    private const string RoleId = "roleid";
    private const string RootId = "parentrootroleid";
    private const string Name = "name";

    // 50,000 roles of users: more than any environment gives of ours.
    private const int PagesMax = 10;

    /// <summary>One user with name and roles; null where there is no such user.</summary>
    public static RoleHolder? OfUser(IOrganizationService service, Guid userId)
    {
        // The user is found without a role as well: the name is needed in any case.
        var direct = Direct(JoinOperator.LeftOuter);
        direct.Criteria.AddCondition(UserId, ConditionOperator.Equal, userId);
        var through = ThroughTeams();
        through.Criteria.AddCondition(UserId, ConditionOperator.Equal, userId);
        return Holders(Rows.All(service, direct), Rows.All(service, through)).FirstOrDefault();
    }

    /// <summary>Every user who is enabled and has a shipped role, by name.</summary>
    public static IReadOnlyList<RoleHolder> OfEnabledUsers(IOrganizationService service)
    {
        var direct = Direct(JoinOperator.Inner);
        direct.Criteria.AddCondition("isdisabled", ConditionOperator.Equal, false);
        var through = ThroughTeams();
        through.LinkEntities.Single(link => link.EntityAlias == User).LinkCriteria.AddCondition("isdisabled", ConditionOperator.Equal, false);
        return [.. Holders(Pages(service, direct), Pages(service, through)).OrderBy(holder => holder.User.Name).ThenBy(holder => holder.User.Id)];
    }

    private static QueryExpression Direct(JoinOperator join)
    {
        var query = Rows.Of(User, [FullName]);
        JoinRole(query.AddLink("systemuserroles", UserId, UserId, join), join);
        return query;
    }

    private static QueryExpression ThroughTeams()
    {
        var query = Rows.Of("teammembership", [UserId]);
        query.AddLink(User, UserId, UserId).Join(User, [FullName]);
        query.AddLink(Team, TeamId, TeamId).Join(Team, [Name]);
        JoinRole(query.AddLink("teamroles", TeamId, TeamId), JoinOperator.Inner);
        return query;
    }

    private static void JoinRole(LinkEntity between, JoinOperator join)
    {
        var role = between.AddLink(Role, RoleId, RoleId, join).Join(Role, [RoleId, Name, RootId]);
        var ids = ShippedRole.All.Select(shipped => (object)shipped.Id).ToArray();
        role.LinkCriteria.FilterOperator = LogicalOperator.Or;
        role.LinkCriteria.AddCondition(RootId, ConditionOperator.In, ids);
        role.LinkCriteria.AddCondition(RoleId, ConditionOperator.In, ids);
        role.LinkCriteria.AddCondition(Name, ConditionOperator.In, ShippedRole.All.Select(shipped => (object)shipped.Name).ToArray());
    }

    private static IReadOnlyList<Entity> Pages(IOrganizationService service, QueryExpression query) =>
        Rows.Pages(service, query, PagesMax)
        ?? throw new InvalidPluginExecutionException(
            "More users have roles of PowerIntegration than can be compared in one run, so conflicting roles were not reported. Contact support."
        );

    private static IEnumerable<RoleHolder> Holders(IReadOnlyList<Entity> direct, IReadOnlyList<Entity> through)
    {
        var found = direct
            .Select(row => new
            {
                row.Id,
                FullName = (string?)row.GetAttributeValue<string>(FullName),
                Role = Held(row, null),
            })
            .Concat(
                through.Select(row => new
                {
                    Id = row.GetAttributeValue<Guid>(UserId),
                    FullName = Joined(row, User, FullName) as string,
                    Role = Held(row, Joined(row, Team, Name) as string ?? "without a name"),
                })
            );
        return found
            .GroupBy(row => row.Id)
            .Select(rows => new RoleHolder(
                new Person(rows.Key, PluginCall.ShownName(rows.First().FullName)),
                [.. rows.Select(row => row.Role).OfType<HeldRole>().Distinct()]
            ));
    }

    private static HeldRole? Held(Entity row, string? team)
    {
        if (Joined(row, Role, RoleId) is not Guid id)
        {
            return null;
        }

        var name = Joined(row, Role, Name) as string;
        return ShippedRole.Of(id, (Joined(row, Role, RootId) as EntityReference)?.Id, name) is { } role
            ? new HeldRole(role, name ?? role.Name, team)
            : null;
    }

    private static object? Joined(Entity row, string alias, string column) => row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value;
}
