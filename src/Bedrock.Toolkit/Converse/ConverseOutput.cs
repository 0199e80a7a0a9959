using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the model gave back: a closed set, with <see cref="UnknownConverseOutput"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseOutput.html</remarks>
[JsonConverter(typeof(ConverseOutputConverter))]
public abstract class ConverseOutput
{
    private protected ConverseOutput()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A message.</summary>
    /// <param name="message">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ConverseOutput?(Message? message) => message is null ? null : new MessageOutput(message);
}
