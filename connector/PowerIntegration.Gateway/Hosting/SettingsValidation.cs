using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>What the attributes of a section say about its settings, in their own sentences.</summary>
/// <typeparam name="T">The section.</typeparam>
internal sealed class SettingsValidation<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage!));
    }
}
