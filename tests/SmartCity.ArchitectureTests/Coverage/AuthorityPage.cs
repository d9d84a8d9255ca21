using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mono.Cecil;
using SmartCity.Api;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>
/// The page that shows for each command and query its article, its addresses, who is competent, which roles may send it and
/// what bars whom. All of it is asked of the tables, the endpoints and the handlers; nothing is written down twice.
/// </summary>
internal sealed partial class AuthorityPage
{
    private const string Nothing = "—";

    private static readonly IReadOnlyDictionary<string, string> NamesOfRoles = typeof(Roles)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .ToDictionary(
            field => (string)field.GetRawConstantValue()!,
            field => field.GetCustomAttribute<DescriptionAttribute>()!.Description
        );

    private static readonly string[] InOrder = [.. NamesOfRoles.Keys];
    private static readonly string County = Jurisdictions.Counties.Keys.Order(StringComparer.Ordinal).First();

    private readonly ILookup<string, Authority> byModule;
    private readonly ILookup<Type, string> addresses;

    public AuthorityPage(IEnumerable<Endpoint> endpoints, IEnumerable<AuthorityTable> tables)
    {
        var authorities = tables.SelectMany(table => table.Authorities).ToList();
        byModule = authorities.ToLookup(authority =>
            ModuleList.All.Single(module => module.GetType().Assembly == authority.Request.Assembly).Name
        );
        var requests = authorities.ToDictionary(authority => authority.Request.FullName!, one => one.Request);
        addresses = endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true
            )
            .Select(endpoint => (Endpoint: endpoint, Handler: endpoint.Metadata.GetMetadata<MethodInfo>()))
            .Where(one => one.Handler is not null)
            .SelectMany(one =>
                SentRequests
                    .ByAnyWay(one.Handler!)
                    .Where(requests.ContainsKey)
                    .SelectMany(sent => AddressesOf(one.Endpoint).Select(address => (requests[sent], address)))
            )
            .Distinct()
            .ToLookup(one => one.Item1, one => one.address);
    }

    public static string File { get; } = Repository.File("docs/regulation/authority.md");

    /// <summary>What is on the page: every command and query, with its addresses.</summary>
    public IEnumerable<(Authority Authority, IEnumerable<string> Addresses)> All =>
        byModule.SelectMany(module => module).Select(authority => (authority, addresses[authority.Request]));

    public string Write()
    {
        var page = new StringBuilder(
            """
            # 谁可以办什么

            由 `build/coverage.sh` 从各模块的权限表、端点和处理程序生成，不要手改；过时的页面通不过测试，端到端测试再以每种角色的账号逐个地址核对。

            - 每个请求先问这张表，再看对象：表上无权的回答 403 `WRONG_AUTHORITY`，没有登录的回答 401。
            - “办理”改变内容；“查阅”只留下查阅记录；“查询”什么都不改变。监督账号（审计机关、纪检监察机关）只能查阅和查询，办理一律回答 `READ_ONLY_ROLE`（第三十四条）。“本人”只改变自己如何登录，监督账号也可以办理，计入查询。
            - 标“资金”“权利”的，是办成后款项可以动用、或者有人得到原来没有的权限的事项；审计日志长时间得不到见证时，按设定连同或者单独停办（第三十二条，`WITNESS_MISSING`）。只收回、只暂停的不在其内。
            - “不得发送”一栏先于角色：县市区账号对市级事项一律回答 `OUT_OF_JURISDICTION`（第五条）。
            - “对象”一栏：**核对**的，调出对象后还要问是否本人、本单位、所参与或者依职责可及；无权查看的回答 404，如同没有；可以查看、无权办理的回答 403。列表、合计、检索和导出用同一条件。**不限**的，对所有可以发送的人一样。
            - 地址为空的，不能从外面发送：由本系统依事件、定时或者随其他事项办理（如导出的记录），或者只在命令行和演示环境开放。
            - “各牵头单位”：
            """
        );
        page.AppendLine(CultureInfo.InvariantCulture, $"{string.Join('、', Roles.OfLeadUnits.Select(NameOf))}。\n");
        WriteMatrix(page);
        foreach (var module in ModuleList.All.Where(module => byModule.Contains(module.Name)))
        {
            WriteModule(page, module.Name);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private void WriteMatrix(StringBuilder page)
    {
        var modules = ModuleList.All.Select(module => module.Name).Where(byModule.Contains).ToList();
        page.AppendLine("## 各角色可以办理几项\n");
        page.AppendLine("“县市区”一栏是同一角色的县市区账号可以办理的项数；查询含查阅。由本系统自行办理的不计。\n");
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"| 角色 | 代码 | {string.Join(" | ", modules)} | 合计 | 县市区 | 查询 |"
        );
        page.Append("|---|---|").Insert(page.Length, "---:|", modules.Count + 3).AppendLine();
        foreach (var role in InOrder)
        {
            var inCity = modules.Select(module =>
                byModule[module].Count(one => Acts(one) && May(role, Jurisdictions.City, one))
            );
            var all = byModule.SelectMany(module => module).ToList();
            var counts = inCity
                .Append(all.Count(one => Acts(one) && May(role, Jurisdictions.City, one)))
                .Append(all.Count(one => Acts(one) && May(role, County, one)))
                .Append(all.Count(one => !Acts(one) && May(role, Jurisdictions.City, one)));
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {NameOf(role)} | `{role}` | {string.Join(" | ", counts)} |"
            );
        }
    }

    private void WriteModule(StringBuilder page, string module)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"\n## {module}\n");
        page.AppendLine(
            "| 事项 | 条 | 种类 | 地址 | 由谁办理 | 可以发送的角色 | 不得发送 | 对象 |\n|---|---:|---|---|---|---|---|---|"
        );
        foreach (
            var authority in byModule[module]
                .OrderBy(one => one.Article)
                .ThenBy(one => Acts(one) ? 0 : 1)
                .ThenBy(one => one.Name, StringComparer.Ordinal)
        )
        {
            var at = addresses[authority.Request]
                .Order(StringComparer.Ordinal)
                .Select(address => $"`{address}`")
                .ToList();
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{authority.Name}` | {authority.Article} | {KindOf(authority)} | {(at.Count == 0 ? Nothing : string.Join("<br>", at))} | {authority.Competent.Chinese} | {RolesOf(authority)} | {BarsOf(authority)} | {ObjectOf(authority)} |"
            );
        }
    }

    private static string KindOf(Authority authority) =>
        Acts(authority)
            ? authority.Stake switch
            {
                Stake.Money => "办理·资金",
                Stake.Rights => "办理·权利",
                _ => "办理",
            }
        : authority.Request.IsAssignableTo(typeof(IKeepsOwnSignIn)) ? "本人"
        : authority.Request.IsAssignableTo(typeof(ICommand)) ? "查阅"
        : "查询";

    private static string RolesOf(Authority authority)
    {
        if (authority.Roles.Count == 0)
        {
            return LooksAtObjects(authority) ? "全体已登录账号，只限与其有关的对象" : "全体已登录账号";
        }

        var leads = Roles.OfLeadUnits.All(authority.Roles.Contains);
        var named = InOrder
            .Append(Actor.ModuleRole)
            .Where(authority.Roles.Contains)
            .Where(role => !leads || !Roles.OfLeadUnits.Contains(role))
            .Select(NameOf);
        return string.Join('、', leads ? named.Prepend("各牵头单位") : named);
    }

    private static string BarsOf(Authority authority)
    {
        if (IsOfTheSystem(authority))
        {
            return Nothing;
        }

        var bars = new List<string>();
        if (Acts(authority))
        {
            bars.Add("监督账号 `READ_ONLY_ROLE`");
        }

        bars.AddRange(BarredIn(Jurisdictions.City, "市级账号", authority));
        bars.AddRange(BarredIn(County, "县市区账号", authority));
        return bars.Count == 0 ? Nothing : string.Join("；", bars);
    }

    private static IEnumerable<string> BarredIn(string jurisdiction, string whose, Authority authority)
    {
        var answers = InOrder.Select(role => (Role: role, authority.Bar(ActorOf(role, jurisdiction))?.Code)).ToList();
        var free = answers.Where(one => one.Code is null).Select(one => NameOf(one.Role)).ToList();
        foreach (var code in answers.Select(one => one.Code).OfType<string>().Distinct())
        {
            yield return $"{whose} `{code}`{(free.Count == 0 ? "" : $"，{string.Join('、', free)}除外")}";
        }
    }

    private static string ObjectOf(Authority authority) =>
        IsOfTheSystem(authority) ? Nothing
        : LooksAtObjects(authority) ? "核对"
        : "不限";

    private static bool IsOfTheSystem(Authority authority) => authority.Roles.SequenceEqual([Actor.ModuleRole]);

    private static bool Acts(Authority authority) =>
        authority.Request.IsAssignableTo(typeof(ICommand))
        && !authority.Request.IsAssignableTo(typeof(IRecordsReading))
        && !authority.Request.IsAssignableTo(typeof(IKeepsOwnSignIn));

    private static bool May(string role, string jurisdiction, Authority authority)
    {
        var actor = ActorOf(role, jurisdiction);
        return !(actor.ReadsOnly && Acts(authority))
            && authority.Bar(actor) is null
            && (authority.Roles.Count == 0 || authority.Roles.Contains(role));
    }

    private static Actor ActorOf(string role, string jurisdiction) =>
        new(ActorKind.Person, Guid.Empty, role, Guid.Empty, role, jurisdiction, Roles.OfOversight.Contains(role));

    private static string NameOf(string role) => role == Actor.ModuleRole ? "本系统" : NamesOfRoles[role];

    // A query looks at whose object it is where its handler asks who reads; an act where what it demands of its object can
    // ever be missing.
    private static bool LooksAtObjects(Authority authority)
    {
        var request = authority.Request;
        var handler = request.Assembly.GetTypes().Single(type => Handles(type, request)).FullName!;
        var bodies = SentRequests.Reached(request.Assembly, [(handler, "Handle")]);
        return request.IsAssignableTo(typeof(ICommand))
            ? DemandedBy(bodies, handler).Any(demanded => CanBeMissing(request.Assembly, demanded))
            : bodies.SelectMany(body => body.Calls).Any(AsksWhoActs);
    }

    // What is demanded below the handler, where it demands nothing itself; else that belongs to what follows from the act.
    private static IReadOnlyList<MethodReference> DemandedBy(IReadOnlyList<Body> bodies, string handler)
    {
        var demanded = bodies
            .Select(body => (body.Author, Calls: body.Calls.Where(NamesObjectAuthority).ToList()))
            .Where(one => one.Calls.Count > 0)
            .ToList();
        var own = demanded.Where(one => one.Author == handler).ToList();
        return [.. (own.Count > 0 ? own : demanded).SelectMany(one => one.Calls)];
    }

    private static bool NamesObjectAuthority(MethodReference call) =>
        call.Name != ".ctor"
        && call.ReturnType.FullName.StartsWith(typeof(ObjectAuthority<>).FullName!, StringComparison.Ordinal);

    private static bool AsksWhoActs(MethodReference call) =>
        call.Name == $"get_{nameof(RequestContext.Actor)}"
        && (
            call.DeclaringType.FullName == typeof(RequestContext).FullName
            || call.DeclaringType.FullName == typeof(Act).FullName
        );

    private static bool Handles(Type type, Type request) =>
        !type.IsAbstract
        && type.GetInterfaces()
            .Any(one =>
                one.IsGenericType
                && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                && one.GetGenericArguments()[0] == request
            );

    private static bool CanBeMissing(System.Reflection.Assembly assembly, MethodReference demanded)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        var declaring = assembly.GetType(demanded.DeclaringType.GetElementType().FullName.Replace('/', '+'))!;
        // What is made for one actor or one inbox is made because it differs.
        if (
            declaring.GetProperties(Static).FirstOrDefault(one => one.GetMethod?.Name == demanded.Name)
            is not { } property
        )
        {
            return true;
        }

        var authority = property.GetValue(null)!;
        return !Always(authority, nameof(ObjectAuthority<>.MayRead), ReturnsTrue)
            || !Always(authority, nameof(ObjectAuthority<>.Denial), ReturnsNull);
    }

    // ldc.i4.1, ret and ldnull, ret: the whole of a function that always answers the same.
    private static readonly byte[] ReturnsTrue = [0x17, 0x2A];
    private static readonly byte[] ReturnsNull = [0x14, 0x2A];

    private static bool Always(object authority, string part, byte[] body)
    {
        var function = (Delegate)authority.GetType().GetProperty(part)!.GetValue(authority)!;
        return function.Method.GetMethodBody()!.GetILAsByteArray()!.SequenceEqual(body);
    }

    private static IEnumerable<string> AddressesOf(RouteEndpoint endpoint)
    {
        var path = $"/{endpoint.RoutePattern.RawText!.Trim('/')}".Replace(
            "v{version:apiVersion}",
            "v1",
            StringComparison.Ordinal
        );
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;
        return methods.Select(method => $"{method} {Constraint().Replace(path, "")}");
    }

    [GeneratedRegex(@"(?<=\{[^}:]+):[^}]+(?=\})")]
    private static partial Regex Constraint();
}
