using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Jurassic-2 type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JurassicObjectConverter<T>() : ObjectConverter<T>(JurassicJsonContext.Default)
    where T : class;
