using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>Who asks for a reversal or confirms it.</summary>
internal sealed class ReversalPerson(PluginCall call)
{
    /// <summary>Who calls.</summary>
    public Person Caller { get; } = call.Person();

    /// <summary>Reason for the reversal; empty when a person confirms.</summary>
    public string? Reason { get; } = call.OptionalText("Reason");
}
