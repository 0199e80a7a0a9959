using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The body of an InvokeModel call. Not thread safe while it is changed.</summary>
public sealed class CountTokensInvokeModel : CountTokensInput
{
    /// <summary>The body.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("invokeModel")]
    [JsonConverter(typeof(CountTokensObjectConverter<InvokeModelTokensRequest>))]
    public required InvokeModelTokensRequest InvokeModel { get; set; }
}
