using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Claude text completion type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeTextObjectConverter<T>() : ObjectConverter<T>(ClaudeTextJsonContext.Default)
    where T : class;
