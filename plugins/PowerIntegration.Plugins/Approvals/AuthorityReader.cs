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
    private const string ApproverAlias = "approver";
    private const string DelegateAlias = "delegate";

    private static readonly string[] UserColumns = [UserId, "fullname", "domainname", "isdisabled"];

    /// <summary>Active authorities for documents of one type, of a project or of every project.</summary>
    public static IReadOnlyList<ApprovalAuthority> Read(IOrganizationService service, Guid environmentId, Guid projectId, int documentType)
    {
        var query = Rows.Of(
            ApprovalAuthorityTable.LogicalName,
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
            ]
        );
        query.Criteria.AddCondition(ApprovalAuthorityTable.EnvironmentId, ConditionOperator.Equal, environmentId);
        query.Criteria.AddCondition(ApprovalAuthorityTable.DocumentType, ConditionOperator.Equal, documentType);
        query.Criteria.AddCondition(ApprovalAuthorityTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        scope.AddCondition(ApprovalAuthorityTable.ProjectId, ConditionOperator.Null);
        scope.AddCondition(ApprovalAuthorityTable.ProjectId, ConditionOperator.Equal, projectId);
        query.AddLink(User, ApprovalAuthorityTable.ApproverId, UserId).Join(ApproverAlias, UserColumns);
        query.AddLink(User, ApprovalAuthorityTable.DelegateId, UserId, JoinOperator.LeftOuter).Join(DelegateAlias, UserColumns);
        return [.. Rows.All(service, query).Select(Authority)];
    }

    /// <summary>One user; null where there is none with the id.</summary>
    public static Approver? Approver(IOrganizationService service, Guid userId)
    {
        var query = Rows.Of(User, UserColumns);
        query.Criteria.AddCondition(UserId, ConditionOperator.Equal, userId);
        return Rows.First(service, query) is { } row ? Approver(row.Id, new RowView(row)) : null;
    }

    private static ApprovalAuthority Authority(Entity row)
    {
        var view = new RowView(row);
        return new ApprovalAuthority
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
    }

    private static Approver Approver(Guid id, RowView user) =>
        new(new Person(id, PluginCall.ShownName(user.Text("fullname"))), user.Text("domainname"), !user.Flag("isdisabled"));

    private static Guid? JoinedId(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias + "." + UserId)?.Value as Guid?;
}
