using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>Reads the scalar options from a configuration section, by hand: the configuration binder cannot take credentials and delegates in
/// native AOT.</summary>
internal static class BedrockOptionsBinder
{
    private static readonly Dictionary<string, Action<BedrockClientOptions, string>> Setters = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(BedrockClientOptions.Region)] = (o, v) => o.Region = v,
        [nameof(BedrockClientOptions.Profile)] = (o, v) => o.Profile = v,
        [nameof(BedrockClientOptions.ApiKey)] = (o, v) => o.ApiKey = v,
        [nameof(BedrockClientOptions.ServiceUrl)] = (o, v) => o.ServiceUrl = ParseUrl(v),
        [nameof(BedrockClientOptions.UseFips)] = (o, v) => o.UseFips = ParseBool(v),
        [nameof(BedrockClientOptions.UseDualStack)] = (o, v) => o.UseDualStack = ParseBool(v),
        [nameof(BedrockClientOptions.AllowApiKeyOverHttpLoopback)] = (o, v) => o.AllowApiKeyOverHttpLoopback = ParseBool(v),
        [nameof(BedrockClientOptions.MaxAttempts)] = (o, v) => o.MaxAttempts = ParseInt(v),
        [nameof(BedrockClientOptions.ModelNotReadyAttempts)] = (o, v) => o.ModelNotReadyAttempts = ParseInt(v),
        [nameof(BedrockClientOptions.ThrottlingDelayFloor)] = (o, v) => o.ThrottlingDelayFloor = ParseTime(v),
        [nameof(BedrockClientOptions.DisableClockSkewCorrection)] = (o, v) => o.DisableClockSkewCorrection = ParseBool(v),
        [nameof(BedrockClientOptions.HideAccountIds)] = (o, v) => o.HideAccountIds = ParseBool(v),
        [nameof(BedrockClientOptions.ConnectTimeout)] = (o, v) => o.ConnectTimeout = ParseTime(v),
        [nameof(BedrockClientOptions.MaxConnections)] = (o, v) => o.MaxConnections = ParseInt(v),
        [nameof(BedrockClientOptions.ConnectionWaitTimeout)] = (o, v) => o.ConnectionWaitTimeout = ParseTime(v),
        [nameof(BedrockClientOptions.FirstByteTimeout)] = (o, v) => o.FirstByteTimeout = ParseTime(v),
        [nameof(BedrockClientOptions.StreamIdleTimeout)] = (o, v) => o.StreamIdleTimeout = ParseTime(v),
        [nameof(BedrockClientOptions.OverallTimeout)] = (o, v) => o.OverallTimeout = ParseTime(v),
    };

    // What null and blank text take back to "not set"; other settings keep what they have.
    private static readonly Dictionary<string, Action<BedrockClientOptions>> Resets = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(BedrockClientOptions.Region)] = o => o.Region = null,
        [nameof(BedrockClientOptions.Profile)] = o => o.Profile = null,
        [nameof(BedrockClientOptions.ApiKey)] = o => o.ApiKey = null,
        [nameof(BedrockClientOptions.ServiceUrl)] = o => o.ServiceUrl = null,
        [nameof(BedrockClientOptions.OverallTimeout)] = o => o.OverallTimeout = null,
    };

    // Somebody handed over the whole configuration.
    private static string Advice(IConfiguration section) => section is not IConfigurationSection && section.GetSection("Bedrock").GetChildren().Any()
        ? "the whole configuration was given: give its section, configuration.GetSection(\"Bedrock\")."
        : $"the settings are {string.Join(", ", Setters.Keys)}, {nameof(BedrockClientOptions.RequestMetadata)}.";

    /// <summary>Sets what the section has; null and blank text mean that a setting is not set.</summary>
    /// <exception cref="OptionsValidationException">A key is unknown or a value cannot be read; the message names the key and the rule, never the
    /// value.</exception>
    public static void Bind(IConfiguration section, BedrockClientOptions options, string name)
    {
        List<string> faults = [];
        string prefix = section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ":" : string.Empty;
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (entry.Key.Equals(nameof(BedrockClientOptions.RequestMetadata), StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(entry.Value))
            {
                BindMetadata(entry, options, prefix + entry.Key, faults);
            }
            else if (!Setters.TryGetValue(entry.Key, out Action<BedrockClientOptions, string>? set))
            {
                faults.Add($"{prefix}{entry.Key} is not a setting of Bedrock.Toolkit; {Advice(section)}");
            }
            else if (entry.Value is null && entry.GetChildren().Any())
            {
                faults.Add($"{prefix}{entry.Key} must be a single value.");
            }
            else if (string.IsNullOrWhiteSpace(entry.Value))
            {
                if (Resets.TryGetValue(entry.Key, out Action<BedrockClientOptions>? reset))
                {
                    reset(options);
                }
            }
            else
            {
                Set(set, options, entry.Value, prefix + entry.Key, faults);
            }
        }

        if (faults.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(BedrockClientOptions), faults);
        }
    }

    private static void BindMetadata(IConfigurationSection section, BedrockClientOptions options, string key, List<string> faults)
    {
        foreach (IConfigurationSection pair in section.GetChildren())
        {
            if (pair.Value is { } value)
            {
                options.RequestMetadata[pair.Key] = value;
            }
            else
            {
                faults.Add($"{key}:{pair.Key} must be a single value.");
            }
        }
    }

    private static void Set(Action<BedrockClientOptions, string> set, BedrockClientOptions options, string value, string key, List<string> faults)
    {
        try
        {
            set(options, value);
        }
        catch (FormatException e)
        {
            faults.Add($"{key} {e.Message}");
        }
    }

    private static bool ParseBool(string value) =>
        bool.TryParse(value, out bool result) ? result : throw new FormatException("must be true or false.");

    private static int ParseInt(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int result) ? result : throw new FormatException("must be a whole number.");

    private static TimeSpan ParseTime(string value) =>
        TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan result) && value.Contains(':', StringComparison.Ordinal)
            ? result
            : throw new FormatException("must be a time such as 00:01:30 (hours:minutes:seconds).");

    private static Uri ParseUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? result) ? result : throw new FormatException("must be an absolute address, such as https://host/path.");
}
