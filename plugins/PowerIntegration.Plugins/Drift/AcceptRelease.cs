using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// Accepts the plug-in assembly that the environment has, as a controller who did not import it. Called without a hash it only shows the assembly's.
/// The controller compares that with the hash that was published with the release, and passes the published one.
/// </summary>
[CustomApi(
    Message,
    Gates.AcceptRelease,
    "Accepts the plug-in assembly of this environment as the caller, a controller who did not import it "
        + "and who passes the hash published with the release."
)]
[CustomApiInput(
    "AssemblyHash",
    CustomApiFieldType.String,
    "Hash published with the release. If the assembly has another one, nothing is accepted. Leave empty to get the hash of the assembly only.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Accepted, Shown or Refused.")]
[CustomApiOutput("AssemblyVersion", CustomApiFieldType.String, "Version of the assembly in this environment.")]
[CustomApiOutput("AssemblyHash", CustomApiFieldType.String, "Hash of the assembly in this environment; empty if it cannot be read.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason it cannot be accepted; empty if it can.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class AcceptRelease : PluginShell
{
    internal const string Message = "pint_AcceptRelease";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var found = AssemblyReader.Find(service);
        if (ReleaseAcceptance.Unreadable(found) is { } unreadable)
        {
            Answer(call, "Refused", found, unreadable, "");
            return;
        }

        if (call.OptionalText("AssemblyHash") is not { Length: > 0 } given)
        {
            Answer(
                call,
                "Shown",
                found,
                null,
                $"The plug-in assembly (version {found!.Version}) has the hash {found.Hash}. Compare it with the published one."
            );
            return;
        }

        var person = call.Person();
        var isController = RoleReader.OfUser(service, person.Id)!.Roles.Any(held => held.Role == ShippedRole.Controller);
        if ((ReleaseAcceptance.Person(found!, person, isController) ?? ReleaseAcceptance.OtherHash(found!, given)) is { } refusal)
        {
            Answer(call, "Refused", found, refusal, "");
            return;
        }

        ReleaseRows.Add(service, found!, person, call.Context.OperationCreatedOn);
        Answer(call, "Accepted", found, null, $"The plug-in assembly (version {found!.Version}) was accepted by {person}.");
    }

    private static void Answer(PluginCall call, string state, FoundAssembly? found, Refusal? refusal, string words)
    {
        call.Output("State", state);
        call.Output("AssemblyVersion", found?.Version ?? "");
        call.Output("AssemblyHash", found?.Hash ?? "");
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? words);
    }
}
