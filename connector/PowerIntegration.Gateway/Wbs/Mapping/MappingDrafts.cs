using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>
/// Enters drafts of mapping rules for the person who calls. The gateway has no privilege on mapping rules: the custom API writes as that person, and
/// makes nothing but drafts.
/// </summary>
internal sealed class MappingDrafts(IDataverseStore store, MappedProjects projects)
{
    private const string Api = "pint_DraftMapping";

    /// <summary>Enters one.</summary>
    /// <param name="request">What the rule says.</param>
    /// <param name="person">Object ID of the caller, from the token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DraftedMapping> DraftAsync(DraftMappingRequest request, string person, CancellationToken cancellationToken)
    {
        RequestField.Require(("projectId", request.ProjectId), ("expenditureType", request.ExpenditureType), ("validFrom", request.ValidFrom));
        var project = await projects.FindAsync(request.ProjectId, cancellationToken);
        var inputs = new ParameterCollection
        {
            { "ProjectId", project.Id },
            { "PersonId", person },
            { "Name", request.Name ?? "" },
            { "TaskSegmentCode", request.TaskSegmentCode ?? "" },
            { "CostCode", request.CostCode ?? "" },
            { "CostType", request.CostType ?? "" },
            { "SubJob", request.SubJob ?? "" },
            { "OtherSegments", request.OtherSegments ?? "" },
            { "TaskNumber", request.TaskNumber ?? "" },
            { "ExpenditureType", request.ExpenditureType! },
            { "ExpenditureOrganization", request.ExpenditureOrganization ?? "" },
            { "ValidFrom", request.ValidFrom! },
            { "ValidTo", request.ValidTo ?? "" },
            { "Replaces", request.Replaces ?? "" },
        };
        var answer = await store.CallAsync(Api, inputs, cancellationToken);
        return new DraftedMapping(
            ApiText.State<DraftState>(answer),
            ApiText.Of(answer, "RuleId"),
            ApiText.Of(answer, "ReasonCode"),
            ApiText.Of(answer, "Message") ?? ""
        );
    }
}
