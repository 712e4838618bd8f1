namespace PowerIntegration.Plugins.Registration;

/// <summary>Stages of the pipeline; the values are Dataverse's.</summary>
public enum PluginStage
{
    /// <summary>No stage.</summary>
    None = 0,

    /// <summary>Before the transaction.</summary>
    PreValidation = 10,

    /// <summary>In the transaction, before the row is written.</summary>
    PreOperation = 20,

    /// <summary>In the transaction, after the row is written.</summary>
    PostOperation = 40,
}
