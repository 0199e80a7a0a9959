using System.ComponentModel;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes a list member of a Titan Image Generator and Nova Canvas type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmazonImageListConverter<T>() : ListConverter<T>(AmazonImageJsonContext.Default);
