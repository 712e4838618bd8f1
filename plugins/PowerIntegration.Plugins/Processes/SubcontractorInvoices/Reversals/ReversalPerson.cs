using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>Who asks for a reversal or confirms it.</summary>
internal sealed class ReversalPerson(PluginCall call)
{
    /// <summary>Name and id.</summary>
    public string Name { get; } = call.Caller();

    /// <summary>Reason for the reversal; empty when a person confirms.</summary>
    public string? Reason { get; } = call.OptionalText("Reason");

    /// <summary>True if the named person is this one.</summary>
    public bool Is(string? named) => call.IsCaller(named);
}
