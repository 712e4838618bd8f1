using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>Who asks for a reversal or confirms it.</summary>
internal sealed class ReversalPerson(PluginCall call)
{
    /// <summary>Who calls.</summary>
    public Person Caller { get; } = call.Caller();

    /// <summary>Why it is taken back; whoever confirms gives none.</summary>
    public string? Reason { get; } = call.OptionalText("Reason");
}
