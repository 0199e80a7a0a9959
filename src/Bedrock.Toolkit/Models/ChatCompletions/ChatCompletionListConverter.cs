using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes a list member of a Chat Completions type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionListConverter<T>() : ListConverter<T>(ChatCompletionJsonContext.Default);
