using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>Who asks for a reversal or confirms it.</summary>
internal sealed class ReversalPerson(PluginCall call)
{
    /// <summary>Name and id.</summary>
    public string Name { get; } = call.Caller();

    /// <summary>Why it is taken back; whoever confirms gives none.</summary>
    public string? Reason { get; } = call.OptionalText("Reason");

    /// <summary>True where somebody who was named before is this person.</summary>
    public bool Is(string? named) => call.IsCaller(named);
}
