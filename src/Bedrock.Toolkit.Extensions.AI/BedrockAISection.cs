using System.Globalization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.AI;

/// <summary>What a configuration section says of a chat client or a generator; read by hand, as native AOT wants it. Not thread-safe.</summary>
internal sealed class BedrockAISection
{
    private const string Metadata = nameof(InvokeOptions.RequestMetadata);

    private static readonly string[] CallKeys =
    [
        nameof(InvokeOptions.MaxAttempts), nameof(InvokeOptions.OverallTimeout), nameof(InvokeOptions.FirstByteTimeout), nameof(InvokeOptions.ServiceTier),
        Metadata,
    ];

    /// <summary>The keys of an image generator's section.</summary>
    public static IReadOnlyList<string> KeysOfImages { get; } = [nameof(ModelId), nameof(BedrockKey)];

    /// <summary>The keys of an embedding generator's section.</summary>
    public static IReadOnlyList<string> KeysOfEmbeddings { get; } = [.. KeysOfImages, nameof(Dimensions), nameof(Purpose), .. CallKeys];

    /// <summary>The keys of a chat client's section.</summary>
    public static IReadOnlyList<string> KeysOfChat { get; } =
    [
        .. KeysOfImages, nameof(StructuredOutput), .. CallKeys, nameof(InvokeOptions.StreamIdleTimeout), nameof(InvokeOptions.GuardrailId),
        nameof(InvokeOptions.GuardrailVersion),
    ];

    /// <summary>The id, profile or ARN.</summary>
    public string? ModelId { get; set; }

    /// <summary>The key of the client.</summary>
    public string? BedrockKey { get; set; }

    /// <summary>The length of vectors.</summary>
    public int? Dimensions { get; set; }

    /// <summary>What vectors are for.</summary>
    public EmbeddingPurpose? Purpose { get; set; }

    /// <summary>How a schema is asked for.</summary>
    public StructuredOutputMode? StructuredOutput { get; set; }

    /// <summary>Settings of each call; null when the section has none.</summary>
    public InvokeOptions? InvokeOptions { get; set; }

    /// <summary>Reads a section.</summary>
    /// <exception cref="OptionsValidationException">A key is unknown, <c>ModelId</c> is missing, or a value cannot be read; the message names the key and
    /// the rule, never the value.</exception>
    public void Bind(IConfiguration section, string name, IReadOnlyList<string> keys)
    {
        List<string> faults = [];
        string prefix = section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ":" : string.Empty;
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            string? key = keys.FirstOrDefault(key => key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                faults.Add($"{prefix}{entry.Key} is not a setting here; the settings are {string.Join(", ", keys)}.");
            }
            else if (key == Metadata)
            {
                BindMetadata(entry);
            }
            else if (!string.IsNullOrWhiteSpace(entry.Value) && Set(key, entry.Value) is { } fault)
            {
                faults.Add($"{prefix}{entry.Key} must be {fault}.");
            }
        }

        if (faults.Count == 0 && !Bedrock.Toolkit.ModelId.TryParse(ModelId, null, out _))
        {
            faults.Add($"{prefix}{nameof(ModelId)} must be a model id, a profile or an ARN.");
        }

        if (faults.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(BedrockAISection), faults);
        }
    }

    private void BindMetadata(IConfigurationSection section)
    {
        foreach (IConfigurationSection pair in section.GetChildren())
        {
            if (pair.Value is { } value)
            {
                Call().RequestMetadata[pair.Key] = value;
            }
        }
    }

    /// <summary>Sets a member; what is wrong with the value otherwise.</summary>
    private string? Set(string key, string value)
    {
        switch (key)
        {
            case nameof(ModelId):
                ModelId = value;
                return null;
            case nameof(BedrockKey):
                BedrockKey = value;
                return null;
            case nameof(Dimensions):
                return Number(value, number => Dimensions = number);
            case nameof(Purpose):
                return Name<EmbeddingPurpose>(value, purpose => Purpose = purpose);
            case nameof(StructuredOutput):
                return Name<StructuredOutputMode>(value, mode => StructuredOutput = mode);
            case nameof(InvokeOptions.MaxAttempts):
                return Number(value, number => Call().MaxAttempts = number);
            case nameof(InvokeOptions.OverallTimeout):
                return Time(value, time => Call().OverallTimeout = time);
            case nameof(InvokeOptions.FirstByteTimeout):
                return Time(value, time => Call().FirstByteTimeout = time);
            case nameof(InvokeOptions.StreamIdleTimeout):
                return Time(value, time => Call().StreamIdleTimeout = time);
            case nameof(InvokeOptions.ServiceTier):
                Call().ServiceTier = new BedrockServiceTier(value);
                return null;
            case nameof(InvokeOptions.GuardrailId):
                Call().GuardrailId = value;
                return null;
            default:
                Call().GuardrailVersion = value;
                return null;
        }
    }

    private InvokeOptions Call() => InvokeOptions ??= new InvokeOptions();

    private static string? Number(string value, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return "a whole number";
        }

        set(number);
        return null;
    }

    private static string? Time(string value, Action<TimeSpan> set)
    {
        if (!value.Contains(':', StringComparison.Ordinal) || !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time))
        {
            return "a time such as 00:01:30 (hours:minutes:seconds)";
        }

        set(time);
        return null;
    }

    private static string? Name<T>(string value, Action<T> set)
        where T : struct, Enum
    {
        if (!Enum.TryParse(value, ignoreCase: true, out T named) || !Enum.IsDefined(named) || !char.IsAsciiLetter(value[0]))
        {
            return $"one of {string.Join(", ", Enum.GetNames<T>())}";
        }

        set(named);
        return null;
    }
}
