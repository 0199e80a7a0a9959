using System.Collections.Frozen;

namespace Bedrock.Toolkit;

/// <summary>The id of something that Bedrock can invoke: a model id, an inference profile id, or an ARN. Immutable.</summary>
/// <remarks>
/// Never a closed list: any id of 1 to 2,048 characters without control characters is taken as it is, and nothing is added to it or taken from it.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
/// </remarks>
public readonly struct ModelId : IEquatable<ModelId>, IParsable<ModelId>
{
    /// <summary>The most characters an id may have.</summary>
    public const int MaxLength = 2048;

    private static readonly SearchValues<char> GeographyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string? _value;

    /// <summary>Takes an id.</summary>
    /// <param name="value">A model id, a profile id, or an ARN.</param>
    /// <exception cref="ArgumentException">The id is blank, too long, holds a control character, or would change the route of the request.</exception>
    public ModelId(string value)
    {
        if (FindFault(value) is { } fault)
        {
            throw new ArgumentException(fault, nameof(value));
        }

        _value = value;
    }

    /// <summary>The id as it was given.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This ModelId is empty: create it from a string.");

    /// <summary>Whether this is an ARN.</summary>
    public bool IsArn => Value.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>What the id names.</summary>
    public ModelIdKind Kind => ModelIdParser.KindOf(Value);

    /// <summary>The geography prefix of an inference profile id, also inside an ARN.</summary>
    /// <value>Such as <c>us</c>, <c>eu</c>, <c>apac</c>, <c>us-gov</c>, <c>global</c>; null when there is none.</value>
    public string? Geography => ModelIdParser.Split(ModelIdParser.ResourceOf(Value)).Geography;

    /// <summary>Who made the model, as far as the id shows it.</summary>
    /// <value>Such as <c>anthropic</c>; null for ids and ARNs that hide it (provisioned, custom, imported, application profiles).</value>
    public string? Provider => ModelIdParser.Split(ModelIdParser.ResourceOf(Value)).Provider;

    /// <summary>The model id without the geography prefix, as far as the id shows it.</summary>
    /// <value>Such as <c>anthropic.claude-sonnet-4-5-20250929-v1:0</c>; null for ids and ARNs that hide the model.</value>
    public string? BaseModel => ModelIdParser.Split(ModelIdParser.ResourceOf(Value)).Model;

    /// <summary>The AWS Region of an ARN.</summary>
    /// <value>Such as <c>us-east-1</c>; null when this is no ARN or the ARN has no Region.</value>
    public string? Region => ModelIdParser.RegionOf(Value);

    /// <summary>Compares ordinally.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>Whether both are the same text.</returns>
    public static bool operator ==(ModelId left, ModelId right) => left.Equals(right);

    /// <summary>Compares ordinally.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    /// <returns>Whether the texts differ.</returns>
    public static bool operator !=(ModelId left, ModelId right) => !left.Equals(right);

    /// <summary>Takes an id from a string.</summary>
    /// <param name="value">A model id, a profile id, or an ARN.</param>
    /// <exception cref="ArgumentException">As the constructor.</exception>
    public static implicit operator ModelId(string value) => new(value);

    /// <summary>The id of a model, so that a descriptor such as <c>NovaModels.Lite</c> stands wherever an id does.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException">The model is null.</exception>
    public static implicit operator ModelId(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Id;
    }

    /// <summary>Takes an id from a string.</summary>
    /// <param name="s">A model id, a profile id, or an ARN.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">As the constructor.</exception>
    public static ModelId Parse(string s, IFormatProvider? provider) => new(s);

    /// <summary>Takes an id from a string, if it is one.</summary>
    /// <param name="s">A model id, a profile id, or an ARN.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The id.</param>
    /// <returns>Whether the string can be an id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModelId result)
    {
        bool valid = FindFault(s) is null;
        result = valid ? new ModelId(s!) : default;
        return valid;
    }

    /// <summary>The same model called through an inference profile of a geography.</summary>
    /// <param name="geography">Such as <c>us</c>, <c>eu</c>, <c>apac</c>, <c>us-gov</c>, <c>jp</c>, <c>au</c>, <c>global</c>, without the dot.</param>
    /// <returns>The profile's id: <c>us</c> and <c>anthropic.claude…</c> give <c>us.anthropic.claude…</c>.</returns>
    /// <exception cref="ArgumentException">The geography is not lower-case letters, digits and hyphens, or this id is an ARN or has a prefix
    /// already.</exception>
    public ModelId InProfile(string geography)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(geography);
        if (geography.AsSpan().ContainsAnyExcept(GeographyCharacters))
        {
            throw new ArgumentException($"The geography '{geography}' must be lower-case letters, digits and hyphens, such as 'us' or 'us-gov'.",
                nameof(geography));
        }

        if (IsArn)
        {
            throw new ArgumentException("An ARN names its own profile or model: give the profile's ARN or id by WithId instead of calling InProfile on an ARN.",
                nameof(geography));
        }

        if (Geography is { } present)
        {
            throw new ArgumentException($"The id '{Value}' already has the geography prefix '{present}.'.", nameof(geography));
        }

        return new ModelId($"{geography}.{Value}");
    }

    /// <inheritdoc/>
    public bool Equals(ModelId other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ModelId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The id as it was given; an empty string for the <c>default</c> value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => _value ?? string.Empty;

    private static string? FindFault(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "A model id must not be empty or blank.";
        }

        if (value.Length > MaxLength)
        {
            return $"A model id has at most {MaxLength} characters; this one has {value.Length}.";
        }

        foreach (char c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
            {
                return "A model id must not hold white space, control characters or surrogates (such as CR or LF).";
            }
        }

        // A dot segment would name another route after the path is normalised.
        return value.Split('/').Any(segment => segment is "." or "..") ? "A model id must not hold '.' or '..' as a path segment." : null;
    }
}

/// <summary>What a <see cref="ModelId"/> names.</summary>
public enum ModelIdKind
{
    /// <summary>A bare model id such as <c>amazon.titan-embed-text-v2:0</c>, or an ARN of kind <c>foundation-model</c>.</summary>
    FoundationModel,

    /// <summary>A system inference profile: <c>us.anthropic.claude…</c>, or an ARN of kind <c>inference-profile</c>.</summary>
    InferenceProfile,

    /// <summary>An ARN of kind <c>application-inference-profile</c>.</summary>
    ApplicationInferenceProfile,

    /// <summary>An ARN of kind <c>provisioned-model</c>.</summary>
    ProvisionedModel,

    /// <summary>An ARN of kind <c>custom-model</c>.</summary>
    CustomModel,

    /// <summary>An ARN of kind <c>custom-model-deployment</c>.</summary>
    CustomModelDeployment,

    /// <summary>An ARN of kind <c>imported-model</c>.</summary>
    ImportedModel,

    /// <summary>An ARN of kind <c>prompt</c> (Prompt management).</summary>
    Prompt,

    /// <summary>An ARN of kind <c>prompt-router</c> or <c>default-prompt-router</c>.</summary>
    PromptRouter,

    /// <summary>An ARN of a SageMaker endpoint (Bedrock Marketplace).</summary>
    MarketplaceEndpoint,

    /// <summary>An ARN of a kind that this version does not know; it works all the same.</summary>
    Other,
}

/// <summary>Reads what an id shows of itself. Only for inspection: no call depends on it.</summary>
internal static class ModelIdParser
{
    private const string ArnPrefix = "arn:";

    private static readonly FrozenSet<string> Geographies =
        FrozenSet.Create(StringComparer.Ordinal, "us", "eu", "apac", "us-gov", "jp", "au", "ca", "global");

    private static readonly FrozenSet<string> Providers = FrozenSet.Create(
        StringComparer.Ordinal,
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "luma", "meta", "minimax", "mistral", "moonshot", "moonshotai",
        "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "xai", "zai");

    public static ModelIdKind KindOf(string id)
    {
        if (!TrySplitArn(id, out string[] arn))
        {
            return id.StartsWith(ArnPrefix, StringComparison.Ordinal) ? ModelIdKind.Other
                : Split(id).Geography is null ? ModelIdKind.FoundationModel
                : ModelIdKind.InferenceProfile;
        }

        return arn[5].Split('/')[0] switch
        {
            "foundation-model" => ModelIdKind.FoundationModel,
            "inference-profile" => ModelIdKind.InferenceProfile,
            "application-inference-profile" => ModelIdKind.ApplicationInferenceProfile,
            "provisioned-model" => ModelIdKind.ProvisionedModel,
            "custom-model" => ModelIdKind.CustomModel,
            "custom-model-deployment" => ModelIdKind.CustomModelDeployment,
            "imported-model" => ModelIdKind.ImportedModel,
            "prompt" => ModelIdKind.Prompt,
            "prompt-router" or "default-prompt-router" => ModelIdKind.PromptRouter,
            "endpoint" => ModelIdKind.MarketplaceEndpoint,
            _ => ModelIdKind.Other,
        };
    }

    public static string? RegionOf(string id) => TrySplitArn(id, out string[] arn) && arn[3].Length > 0 ? arn[3] : null;

    /// <summary>The part that may show the model: the id itself, or the resource of a foundation-model or inference-profile ARN.</summary>
    public static string ResourceOf(string id)
    {
        if (!TrySplitArn(id, out string[] arn))
        {
            return id.StartsWith(ArnPrefix, StringComparison.Ordinal) ? string.Empty : id;
        }

        int slash = arn[5].IndexOf('/', StringComparison.Ordinal);
        string kind = slash < 0 ? arn[5] : arn[5][..slash];
        return kind is "foundation-model" or "inference-profile" ? arn[5][(slash + 1)..] : string.Empty;
    }

    /// <summary>Splits <c>us.anthropic.claude…</c>. A first segment that nobody knows counts as a geography when a known provider follows it.</summary>
    public static (string? Geography, string? Provider, string? Model) Split(string id)
    {
        string[] parts = id.Split('.', 3);
        if (parts.Length < 2 || parts.Any(p => p.Length == 0))
        {
            return (null, null, null);
        }

        bool prefixed = parts.Length == 3
            && (Geographies.Contains(parts[0]) || (Providers.Contains(parts[1]) && !Providers.Contains(parts[0])));
        return prefixed
            ? (parts[0], parts[1], $"{parts[1]}.{parts[2]}")
            : (null, parts[0], id);
    }

    private static bool TrySplitArn(string id, out string[] parts)
    {
        parts = id.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn";
    }
}
