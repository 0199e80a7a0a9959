using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an object member of a Luma Ray type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LumaObjectConverter<T>() : ObjectConverter<T>(LumaJsonContext.Default)
    where T : class;
