namespace PowerIntegration.Local.Approvals;

/// <summary>What became of a request to the approvals service. Exactly one is null.</summary>
/// <param name="Id">Id of the row that was made: the approval, the response, or the new request.</param>
/// <param name="Refusal">Why nothing was done.</param>
public sealed record ApprovalResult(Guid? Id, ApprovalRefusal? Refusal)
{
    internal static ApprovalResult Done(Guid id) => new(id, null);

    internal static ApprovalResult Refused(string code, string sentence) => new(null, new ApprovalRefusal(code, sentence));
}
