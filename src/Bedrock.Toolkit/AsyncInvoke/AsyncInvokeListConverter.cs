using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes a list member of the types of asynchronous invocation. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeListConverter<T>() : ListConverter<T>(AsyncInvokeJsonContext.Default);
