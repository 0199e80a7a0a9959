using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The generated metadata of the types of asynchronous invocation.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(AsyncInvokeOutputDataConfig))]
[JsonSerializable(typeof(AsyncInvokeS3Output))]
[JsonSerializable(typeof(AsyncInvokeS3OutputDataConfig))]
[JsonSerializable(typeof(AsyncInvokeStatus))]
[JsonSerializable(typeof(AsyncInvokeSummary))]
[JsonSerializable(typeof(GetAsyncInvokeResponse))]
[JsonSerializable(typeof(ListAsyncInvokesRequest))]
[JsonSerializable(typeof(ListAsyncInvokesResponse))]
[JsonSerializable(typeof(SortAsyncInvocationBy))]
[JsonSerializable(typeof(SortOrder))]
[JsonSerializable(typeof(StartAsyncInvokeRequest))]
[JsonSerializable(typeof(StartAsyncInvokeResponse))]
[JsonSerializable(typeof(Tag))]
internal sealed partial class AsyncInvokeJsonContext : JsonSerializerContext;
