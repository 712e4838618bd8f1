using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>A status reason belongs to a state. A create lands in the default state; setting the state alone picks its default reason.</summary>
internal static class StateRule
{
    public static void ApplyToCreate(TableDefinition table, Dictionary<string, object> stored)
    {
        var state = table.Find("statecode")!.Choice!.Options[0];
        stored["statecode"] = state.Value;
        if (!stored.TryGetValue("statuscode", out var status))
        {
            stored["statuscode"] = DefaultStatus(table, state);
        }
        else if (StateOf(table, (int)status) != state.Value)
        {
            throw Invalid();
        }
    }

    public static void ApplyToUpdate(TableDefinition table, Dictionary<string, object> stored, bool setsState, bool setsStatus)
    {
        if (setsState && !setsStatus)
        {
            var state = table.Find("statecode")!.Choice!.Find((int)stored["statecode"])!;
            stored["statuscode"] = DefaultStatus(table, state);
        }
        else if ((setsState || setsStatus) && StateOf(table, (int)stored["statuscode"]) != (int)stored["statecode"])
        {
            throw Invalid();
        }
    }

    private static int DefaultStatus(TableDefinition table, ChoiceOption state) =>
        state.DefaultStatus ?? table.Find("statuscode")!.Choice!.Options.First(status => status.State == state.Value).Value;

    private static int? StateOf(TableDefinition table, int status) => table.Find("statuscode")!.Choice!.Find(status)?.State;

    private static System.Exception Invalid() =>
        Faults.Of(
            DataverseErrorCode.InvalidStateStatus,
            "State code is invalid or state code is valid but status code is invalid for a specified state code."
        );
}
