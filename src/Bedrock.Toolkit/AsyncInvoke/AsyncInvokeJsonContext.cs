using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>The generated metadata of the types of asynchronous invocation.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(AsyncInvokeS3Output))]
[JsonSerializable(typeof(AsyncInvokeStatus))]
[JsonSerializable(typeof(GetAsyncInvokeResponse))]
[JsonSerializable(typeof(ListAsyncInvokesRequest))]
[JsonSerializable(typeof(ListAsyncInvokesResponse))]
[JsonSerializable(typeof(SortAsyncInvocationBy))]
[JsonSerializable(typeof(SortOrder))]
[JsonSerializable(typeof(StartAsyncInvokeRequest))]
[JsonSerializable(typeof(StartAsyncInvokeResponse))]
internal sealed partial class AsyncInvokeJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of the types of asynchronous invocation.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeListConverter<T>() : ListConverter<T>(AsyncInvokeJsonContext.Default);

/// <summary>Reads and writes an object member of the types of asynchronous invocation.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeObjectConverter<T>() : ObjectConverter<T>(AsyncInvokeJsonContext.Default)
    where T : class;
