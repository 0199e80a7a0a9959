using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes an object member of a Converse type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseObjectConverter<T>() : ObjectConverter<T>(ConverseJsonContext.Default)
    where T : class;
