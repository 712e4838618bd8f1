using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>A custom API: its own plug-in is the main operation, inside the transaction.</summary>
internal sealed class CustomApiOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly CustomApiDefinition api;
    private readonly StageRunner stages;

    public CustomApiOperation(Platform platform, CustomApiDefinition api, StageRunner stages)
    {
        this.platform = platform;
        this.api = api;
        this.stages = stages;
    }

    public void Resolve(MessageCall call)
    {
        foreach (var (name, value) in call.Inputs)
        {
            var parameter =
                api.Requests.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw Faults.Invalid($"The parameter '{name}' is not a parameter of {api.UniqueName}.");
            RequireType(parameter, value);
        }

        var missing = api.Requests.FirstOrDefault(parameter =>
            !parameter.IsOptional && (!call.Inputs.TryGetValue(parameter.Name, out var value) || value is null)
        );
        if (missing is not null)
        {
            throw Faults.Invalid($"Required field '{missing.Name}' is missing from the message {api.UniqueName}.");
        }
    }

    public void CheckSecurity(MessageCall call)
    {
        if (api.ExecutePrivilege is { } privilege)
        {
            platform.Privileges.Require(call.Caller.UserId, privilege);
        }
    }

    public void Run(MessageCall call)
    {
        stages.RunMain(call, api);
        foreach (var (name, value) in call.Outputs)
        {
            var property =
                api.Responses.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw Faults.Of(
                    DataverseErrorCode.PluginUnexpected,
                    $"The plug-in of {api.UniqueName} wrote the output '{name}', which the custom API does not declare."
                );
            RequireType(property, value);
        }
    }

    private void RequireType(CustomApiParameter parameter, object? value)
    {
        var fits =
            value is null
            || parameter.Type switch
            {
                CustomApiType.Boolean => value is bool,
                CustomApiType.DateTime => value is DateTime,
                CustomApiType.Decimal => value is decimal,
                CustomApiType.Integer => value is int,
                CustomApiType.Picklist => value is OptionSetValue,
                CustomApiType.String => value is string,
                CustomApiType.StringArray => value is string[],
                CustomApiType.Guid => value is Guid,
                _ => false,
            };
        if (!fits)
        {
            throw Faults.Invalid(
                $"The value of '{parameter.Name}' of {api.UniqueName} is of type {value!.GetType().Name}; {parameter.Type} is declared."
            );
        }
    }
}
