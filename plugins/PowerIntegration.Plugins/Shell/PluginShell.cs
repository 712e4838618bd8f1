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
            call.Trace($"{name} comes too late: {late}");
            throw new InvalidPluginExecutionException(
                $"{name} wrote nothing: the document changed after it was read; perhaps the gateway has claimed it to send it. "
                    + $"Call {name} again, so that it decides from what is there now. (correlation {call.Context.CorrelationId})",
                late
            );
        }
        catch (Exception fault)
        {
            call.Trace($"{name} fails: {fault}");
            throw new InvalidPluginExecutionException($"{name} could not finish: {fault.Message} (correlation {call.Context.CorrelationId})", fault);
        }
    }

    /// <summary>Reads, asks Domain once, writes.</summary>
    private protected abstract void Run(PluginCall call);
}
