using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Makes the drafts of accepted rows.</summary>
/// <param name="environment">Where they go.</param>
internal sealed class DraftRows(EnvironmentFacts environment)
{
    // Rows of one request are all keyed before the first of them is stored, so the keys are told apart here.
    private readonly HashSet<string> taken = new(environment.TakenKeys, StringComparer.Ordinal);

    /// <summary>The draft of a row.</summary>
    public Entity Of(RowResult result, string batch)
    {
        var row = result.Rule!;
        var rule = row.Rule;
        var written = result.Replaces?.Written ?? WrittenCodes.Of(rule);
        var draft = new Entity(WbsMappingRuleTable.LogicalName)
        {
            [WbsMappingRuleTable.Name] = row.Note.Length > 0 ? row.Note : Sentence.Fit(RuleCodes.Words(rule), WbsMappingRuleTable.NameLengthMax),
            [WbsMappingRuleTable.Batch] = batch,
            [WbsMappingRuleTable.TaskSegmentCode] = written.TaskSegment,
            [WbsMappingRuleTable.CostCode] = written.CostCode,
            [WbsMappingRuleTable.CostType] = written.CostType,
            [WbsMappingRuleTable.SubJob] = written.SubJob,
            [WbsMappingRuleTable.OtherSegments] = written.Others,
            [WbsMappingRuleTable.ExpenditureType] = rule.ExpenditureType,
            [WbsMappingRuleTable.ExpenditureOrganization] = rule.Organization.FixedName,
            [WbsMappingRuleTable.ValidFrom] = rule.ValidFrom!.Value.ToDateTime(),
            [WbsMappingRuleTable.ValidTo] = rule.ValidTo?.ToDateTime(),
        };
        if (rule.Organization.IsVendorUnit)
        {
            draft[WbsMappingRuleTable.OrganizationRule] = new OptionSetValue(OrganizationRuleChoice.UnitOfTheVendorContract);
        }

        if (result.Replaces is { } replaced)
        {
            draft[WbsMappingRuleTable.ReplacesId] = new EntityReference(WbsMappingRuleTable.LogicalName, replaced.Id);
        }

        var project = row.Project is { } number ? environment.Projects[number] : null;
        Place(draft, rule.TaskNumber, project);
        draft[WbsMappingRuleTable.Key] = Key(written, project?.ProcoreId);
        return draft;
    }

    // A rule of the company names its task by number: each project has its own task of that number.
    private void Place(Entity draft, string? task, ProjectFacts? project)
    {
        if (project is null)
        {
            draft[WbsMappingRuleTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment.Id);
            draft[WbsMappingRuleTable.TaskNumber] = task;
            return;
        }

        draft[WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id);
        if (task is not null)
        {
            draft[WbsMappingRuleTable.OracleTaskId] = new EntityReference(OracleTaskTable.LogicalName, project.TaskIds[task]);
        }
    }

    // As a rule that is entered in the app gets its key.
    private string Key(WrittenCodes written, string? procoreId)
    {
        var parts = new[] { "MAPPING", procoreId, written.TaskSegment, written.CostCode, written.CostType, written.SubJob, written.Others };
        var key = new VersionKey(environment.Key, environment.Generation, parts, isRecord: false).Free(taken);
        taken.Add(key);
        return key;
    }
}
