using System;
using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins;

/// <summary>
/// The one place where plug-ins catch. It traces entry, exit and fault; an <see cref="InvalidPluginExecutionException"/> passes untouched, anything
/// else is wrapped in one, so that the caller sees a sentence and the transaction rolls back. Instances are shared: subclasses keep no state.
/// </summary>
public abstract class PluginShell : IPlugin
{
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
        catch (Exception fault)
        {
            call.Trace($"{name} fails: {fault}");
            throw new InvalidPluginExecutionException($"{name} could not finish: {fault.Message} (correlation {call.Context.CorrelationId})", fault);
        }
    }

    /// <summary>Reads, asks Domain once, writes.</summary>
    private protected abstract void Run(PluginCall call);
}
