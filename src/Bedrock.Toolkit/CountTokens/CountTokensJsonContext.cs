using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The generated metadata of the types of CountTokens.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ConverseTokensRequest))]
[JsonSerializable(typeof(CountTokensConverse))]
[JsonSerializable(typeof(CountTokensInput))]
[JsonSerializable(typeof(CountTokensInvokeModel))]
[JsonSerializable(typeof(CountTokensRequest))]
[JsonSerializable(typeof(CountTokensResponse))]
[JsonSerializable(typeof(InvokeModelTokensRequest))]
internal sealed partial class CountTokensJsonContext : JsonSerializerContext;
