using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.CountTokens;

/// <summary>The generated metadata of the types of CountTokens.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CountTokensConverse))]
[JsonSerializable(typeof(CountTokensInvokeModel))]
[JsonSerializable(typeof(CountTokensRequest))]
[JsonSerializable(typeof(CountTokensResponse))]
internal sealed partial class CountTokensJsonContext : JsonSerializerContext;

/// <summary>Reads and writes an object member of the types of CountTokens.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CountTokensObjectConverter<T>() : ObjectConverter<T>(CountTokensJsonContext.Default)
    where T : class;
