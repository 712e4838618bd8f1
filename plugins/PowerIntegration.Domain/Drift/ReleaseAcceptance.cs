using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Drift;

/// <summary>
/// Whether a person may accept the plug-in assembly of an environment. Who imports a release and who accepts it are two people, and the hash that is
/// accepted comes from the publisher of the release, not from the environment.
/// </summary>
public static class ReleaseAcceptance
{
    /// <summary>Why the assembly cannot be shown for acceptance; null where it can.</summary>
    public static Refusal? Unreadable(FoundAssembly? found) =>
        found?.Hash is null
            ? new Refusal(
                SharedReasons.InputUnusable,
                found is null
                    ? "The plug-in assembly is missing in this environment. Ask a system administrator to import the release."
                    : "The file of the plug-in assembly cannot be read in this environment. Ask a system administrator to import the release again."
            )
            : null;

    /// <summary>Why the person may not accept it; null where the person may.</summary>
    /// <param name="found">The assembly of the environment.</param>
    /// <param name="person">Who accepts it.</param>
    /// <param name="isController">True where the person has the shipped role of a controller; a system administrator's rights do not count.</param>
    public static Refusal? Person(FoundAssembly found, Person person, bool isController) =>
        !isController
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{person} does not have the role PowerIntegration Controller. Ask a controller to accept the release."
            )
        : found.ModifiedById == person.Id
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"{person} imported this release and cannot accept it. Ask another controller to accept it."
            )
        : null;

    /// <summary>Why the hash that the person passes is not that of the assembly; null where it is.</summary>
    public static Refusal? OtherHash(FoundAssembly found, string given) =>
        string.Equals(found.Hash, given.Trim(), StringComparison.OrdinalIgnoreCase)
            ? null
            : new Refusal(
                VersionReasons.VersionChanged,
                $"The plug-in assembly (version {found.Version}) has the hash {found.Hash}, not {given}. It is not the release that was published "
                    + "with that hash. Ask a system administrator which package was imported, and import the published one."
            );
}
