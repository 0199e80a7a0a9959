using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What is counted: a closed set, with <see cref="CountTokensUnknownInput"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokensInput.html</remarks>
[JsonConverter(typeof(CountTokensInputConverter))]
public abstract class CountTokensInput
{
    private protected CountTokensInput()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
