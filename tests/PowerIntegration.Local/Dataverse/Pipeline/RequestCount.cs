namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>How many Dataverse requests the plug-ins of one message made.</summary>
/// <param name="Executions">Plug-in executions finished.</param>
/// <param name="Requests">Requests of all of them together.</param>
/// <param name="RequestsMax">Requests of the one that made most.</param>
public sealed record RequestCount(int Executions, int Requests, int RequestsMax);
