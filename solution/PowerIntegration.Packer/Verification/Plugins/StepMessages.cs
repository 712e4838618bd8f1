using System.Collections.Frozen;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Messages that a step can run on. Their ids are the same in every environment.</summary>
internal static class StepMessages
{
    /// <summary>Message names by id.</summary>
    public static FrozenDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Create",
            ["20bebb1b-ea3e-db11-86a7-000a3a5473e8"] = "Update",
            ["a1bdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Delete",
            ["8cbdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Assign",
            ["1cbebb1b-ea3e-db11-86a7-000a3a5473e8"] = "SetState",
            ["1dbebb1b-ea3e-db11-86a7-000a3a5473e8"] = "SetStateDynamicEntity",
            ["f2bdbb1b-ea3e-db11-86a7-000a3a5473e8"] = "Retrieve",
            ["03bebb1b-ea3e-db11-86a7-000a3a5473e8"] = "RetrieveMultiple",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of a step's message, or null where the id is unknown.</summary>
    public static string? Of(SourceElement step) => All.GetValueOrDefault(step.Text("SdkMessageId"));

    /// <summary>Id of a message, or null where the name is unknown.</summary>
    public static string? IdOf(string message) => All.FirstOrDefault(entry => entry.Value == message).Key;
}
