using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>One message on its way through the stages.</summary>
internal sealed class MessageCall
{
    public MessageCall(string message, ParameterCollection inputs, Caller caller)
    {
        Message = message;
        Inputs = inputs;
        Caller = caller;
    }

    public string Message { get; }

    public Caller Caller { get; }

    /// <summary>Live: what a plug-in changes here is what is done.</summary>
    public ParameterCollection Inputs { get; }

    public ParameterCollection Outputs { get; } = new();

    /// <summary>The table; null for messages without one.</summary>
    public TableDefinition? Table { get; set; }

    public Guid RowId { get; set; }

    /// <summary>Set from stage 20 on.</summary>
    public Transaction Transaction { get; set; } = null!;

    /// <summary>The row before.</summary>
    public Row? Before { get; set; }

    /// <summary>The row after.</summary>
    public Row? After { get; set; }

    public Entity Target => Required<Entity>("Target");

    /// <summary>An input that the message cannot do without.</summary>
    public T Required<T>(string name)
        where T : class =>
        Inputs.TryGetValue(name, out var value) && value is T typed
            ? typed
            : throw Faults.Invalid($"Required field '{name}' is missing from the message {Message}.");
}
