using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Reads who may approve documents: one request, with approvers and delegates.</summary>
internal static class AuthorityReader
{
    private const string User = "systemuser";
    private const string UserId = "systemuserid";
    private const string AuthorityAlias = "authority";
    private const string ApproverAlias = "approver";
    private const string DelegateAlias = "delegate";

    private static readonly string[] Columns =
    [
        ApprovalAuthorityTable.Key,
        ApprovalAuthorityTable.ProjectId,
        ApprovalAuthorityTable.DelegateId,
        ApprovalAuthorityTable.DelegateFrom,
        ApprovalAuthorityTable.DelegateTo,
        ApprovalAuthorityTable.LimitAmount,
        ApprovalAuthorityTable.Currency,
        ApprovalAuthorityTable.ValidFrom,
        ApprovalAuthorityTable.ValidTo,
    ];

    private static readonly string[] UserColumns = [UserId, "fullname", "domainname", "isdisabled"];

    /// <summary>Active authorities for documents of one type, of a project or of every project.</summary>
    public static IReadOnlyList<ApprovalAuthority> Read(IOrganizationService service, Guid environmentId, Guid projectId, int documentType)
    {
        var query = Rows.Of(EnvironmentTable.LogicalName, [EnvironmentTable.Key]);
        query.Criteria.AddCondition(EnvironmentTable.Id, ConditionOperator.Equal, environmentId);
        Join(query, EnvironmentTable.Id, documentType);
        return Joined(Rows.All(service, query), projectId);
    }

    /// <summary>Adds the active authorities of an environment to a query that finds something of it; no request of its own.</summary>
    /// <param name="query">The query.</param>
    /// <param name="environmentColumn">Its column with the environment.</param>
    /// <param name="documentType">Type of the documents.</param>
    public static void Join(QueryExpression query, string environmentColumn, int documentType)
    {
        var authority = query.AddLink(
            ApprovalAuthorityTable.LogicalName,
            environmentColumn,
            ApprovalAuthorityTable.EnvironmentId,
            JoinOperator.LeftOuter
        );
        authority.LinkCriteria.AddCondition(ApprovalAuthorityTable.DocumentType, ConditionOperator.Equal, documentType);
        authority.LinkCriteria.AddCondition(ApprovalAuthorityTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        authority.Join(AuthorityAlias, Columns);
        authority.AddLink(User, ApprovalAuthorityTable.ApproverId, UserId, JoinOperator.LeftOuter).Join(ApproverAlias, UserColumns);
        authority.AddLink(User, ApprovalAuthorityTable.DelegateId, UserId, JoinOperator.LeftOuter).Join(DelegateAlias, UserColumns);
    }

    /// <summary>The authorities that were joined to rows, of a project or of every project, each once.</summary>
    public static IReadOnlyList<ApprovalAuthority> Joined(IEnumerable<Entity> rows, Guid projectId) =>
        [
            .. rows.Where(row => JoinedId(row, ApproverAlias) is not null)
                .Where(row =>
                    new RowView(row, AuthorityAlias).Reference(ApprovalAuthorityTable.ProjectId) is null
                    || new RowView(row, AuthorityAlias).Reference(ApprovalAuthorityTable.ProjectId) == projectId
                )
                .Select(Joined)
                .GroupBy(authority => authority.Key, StringComparer.Ordinal)
                .Select(same => same.First()),
        ];

    /// <summary>
    /// Active authorities and drafts for documents of every type, of a project or of every project, with type, state, name and contributors. An
    /// active
    /// one without an approver is left out: no one acts for it.
    /// </summary>
    public static IReadOnlyList<Entity> OfEveryType(IOrganizationService service, Guid environmentId, Guid projectId)
    {
        var query = Rows.Of(
            ApprovalAuthorityTable.LogicalName,
            [
                .. Columns,
                ApprovalAuthorityTable.DocumentType,
                ApprovalAuthorityTable.RuleState,
                ApprovalAuthorityTable.Name,
                ApprovalAuthorityTable.ContributorIds,
                ApprovalAuthorityTable.Contributors,
            ]
        );
        query.Criteria.AddCondition(ApprovalAuthorityTable.EnvironmentId, ConditionOperator.Equal, environmentId);
        query.Criteria.AddCondition(ApprovalAuthorityTable.RuleState, ConditionOperator.In, RuleStateChoice.Active, RuleStateChoice.Draft);
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        scope.AddCondition(ApprovalAuthorityTable.ProjectId, ConditionOperator.Null);
        scope.AddCondition(ApprovalAuthorityTable.ProjectId, ConditionOperator.Equal, projectId);
        query.AddLink(User, ApprovalAuthorityTable.ApproverId, UserId, JoinOperator.LeftOuter).Join(ApproverAlias, UserColumns);
        query.AddLink(User, ApprovalAuthorityTable.DelegateId, UserId, JoinOperator.LeftOuter).Join(DelegateAlias, UserColumns);
        return
        [
            .. Rows.All(service, query)
                .Where(row =>
                    new RowView(row).Choice(ApprovalAuthorityTable.RuleState) == RuleStateChoice.Draft || JoinedId(row, ApproverAlias) is not null
                ),
        ];
    }

    /// <summary>Reads an active row of <see cref="OfEveryType"/>.</summary>
    public static ApprovalAuthority Read(Entity row) => Authority(row, new RowView(row));

    /// <summary>One user; null where there is none with the id.</summary>
    public static Approver? Approver(IOrganizationService service, Guid userId)
    {
        var query = Rows.Of(User, UserColumns);
        query.Criteria.AddCondition(UserId, ConditionOperator.Equal, userId);
        return Rows.First(service, query) is { } row ? Approver(row.Id, new RowView(row)) : null;
    }

    private static ApprovalAuthority Joined(Entity row) => Authority(row, new RowView(row, AuthorityAlias));

    private static ApprovalAuthority Authority(Entity row, RowView view) =>
        new()
        {
            Key = view.RequiredText(ApprovalAuthorityTable.Key),
            IsForProject = view.Reference(ApprovalAuthorityTable.ProjectId) is not null,
            Approver = Approver(JoinedId(row, ApproverAlias)!.Value, view.Joined(ApproverAlias)),
            Delegate = JoinedId(row, DelegateAlias) is { } id ? Approver(id, view.Joined(DelegateAlias)) : null,
            DelegateFrom = view.Date(ApprovalAuthorityTable.DelegateFrom),
            DelegateTo = view.Date(ApprovalAuthorityTable.DelegateTo),
            Limit = view.RequiredAmount(ApprovalAuthorityTable.LimitAmount),
            Currency = view.RequiredText(ApprovalAuthorityTable.Currency),
            ValidFrom = view.RequiredDate(ApprovalAuthorityTable.ValidFrom),
            ValidTo = view.Date(ApprovalAuthorityTable.ValidTo),
        };

    private static Approver Approver(Guid id, RowView user) =>
        new(new Person(id, PluginCall.ShownName(user.Text("fullname"))), user.Text("domainname"), !user.Flag("isdisabled"));

    private static Guid? JoinedId(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias + "." + UserId)?.Value as Guid?;
}
