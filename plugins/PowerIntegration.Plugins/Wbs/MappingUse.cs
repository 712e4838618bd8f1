using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>What a draft of a mapping rule must say before it can be used.</summary>
internal static class MappingUse
{
    /// <summary>Where a rule applies.</summary>
    public static MappingScope Scope(Entity draft)
    {
        var row = new RowView(draft);
        var project = row.Reference(WbsMappingRuleTable.ProjectId);
        return new MappingScope(project, project is null ? row.Reference(WbsMappingRuleTable.EnvironmentId) : null);
    }

    /// <summary>True where its segments can be read.</summary>
    public static bool IsReadable(Entity draft) => SegmentText.Read(new RowView(draft).Text(WbsMappingRuleTable.OtherSegments)) is not null;

    /// <summary>Problems of a draft; empty where it can be used.</summary>
    public static IEnumerable<Refusal> Problems(Entity draft)
    {
        var row = new RowView(draft);
        var name = row.Text(WbsMappingRuleTable.Name) ?? row.Text(WbsMappingRuleTable.Key);
        var isOfProject = row.Reference(WbsMappingRuleTable.ProjectId) is not null;
        if (isOfProject == row.Reference(WbsMappingRuleTable.EnvironmentId) is not null)
        {
            yield return Unusable(
                $"Mapping rule {name} has {(isOfProject ? "both a project and an environment" : "neither a project nor an environment")}. Enter the "
                    + "project, or for a rule of the whole company the environment."
            );
        }

        if (isOfProject ? row.Has(WbsMappingRuleTable.TaskNumber) : row.Reference(WbsMappingRuleTable.OracleTaskId) is not null)
        {
            yield return Unusable(
                isOfProject
                    ? $"Mapping rule {name} names task '{row.Text(WbsMappingRuleTable.TaskNumber)}' by number, as only a rule of a company does. "
                        + "Choose the Oracle task instead."
                    : $"Mapping rule {name} is for the whole company and names the task of one project. Enter the task number instead."
            );
        }

        if (!IsReadable(draft))
        {
            yield return Unusable(
                $"Mapping rule {name}: the other segments '{row.Text(WbsMappingRuleTable.OtherSegments)}' cannot be read. Write each segment once, "
                    + "such as Area=N-1*|Phase=2."
            );
        }

        if (row.Choice(WbsMappingRuleTable.OrganizationRule) is { } source && !Fits(source, row.Has(WbsMappingRuleTable.ExpenditureOrganization)))
        {
            yield return Unusable(
                $"Mapping rule {name}: its organization rule and its expenditure organization do not go together. Name an organization only if the "
                    + "rule is to use a named one."
            );
        }
    }

    private static bool Fits(int source, bool isNamed) => isNamed == (source == OrganizationRuleChoice.NamedOrganization);

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
