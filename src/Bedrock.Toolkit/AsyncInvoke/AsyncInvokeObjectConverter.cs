using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes an object member of the types of asynchronous invocation. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeObjectConverter<T>() : ObjectConverter<T>(AsyncInvokeJsonContext.Default)
    where T : class;
