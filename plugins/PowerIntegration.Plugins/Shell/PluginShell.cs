using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins.Shell;

/// <summary>
/// The one place where plug-ins catch. It traces entry, exit and fault; an <see cref="InvalidPluginExecutionException"/> passes untouched, anything
/// else is wrapped in one, so that the caller sees a sentence and the transaction rolls back. Instances are shared: subclasses keep no state.
/// </summary>
public abstract class PluginShell : IPlugin
{
    // ConcurrencyVersionMismatch: the row changed between a read and the write that was bound to what was read.
    private const int RowVersionDiffers = unchecked((int)0x80060882);

    /// <inheritdoc/>
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new PluginCall(serviceProvider);
        var name = GetType().Name;
        call.Trace($"{name} begins: {call.Context.MessageName} {call.Context.PrimaryEntityName}, correlation {call.Context.CorrelationId}.");
        try
        {
            Run(call);
            call.Trace($"{name} ends.");
        }
        catch (InvalidPluginExecutionException refusal)
        {
            call.Trace($"{name} refuses: {refusal.Message}");
            throw;
        }
        catch (FaultException<OrganizationServiceFault> late) when (late.Detail?.ErrorCode == RowVersionDiffers)
        {
            call.Trace($"{name} stopped, the row changed: {late}");
            throw new InvalidPluginExecutionException(
                $"{ChangedMeanwhile} Nothing was stored. Try again. (correlation {call.Context.CorrelationId})",
                late
            );
        }
        catch (Exception fault)
        {
            call.Trace($"{name} fails: {fault}");
            throw new InvalidPluginExecutionException(
                $"Unexpected error: {fault.Message} Contact support with correlation ID {call.Context.CorrelationId}.",
                fault
            );
        }
    }

    /// <summary>What a person reads where the row changed between a read and the write that was bound to it.</summary>
    private protected virtual string ChangedMeanwhile => "The document changed while this was running (it may be on its way to Oracle).";

    /// <summary>Reads, asks Domain once, writes.</summary>
    private protected abstract void Run(PluginCall call);
}
