using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Amazon Rerank 1.0 types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AmazonRerankRequest))]
[JsonSerializable(typeof(AmazonRerankResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(AmazonRerankResult))]
[JsonSerializable(typeof(string))]
internal sealed partial class AmazonRerankJsonContext : JsonSerializerContext;
